import { useNews } from "~/features/shell/components/use-news";

/** Makes the page anew when votes or states have changed elsewhere; `id` 0 stands for all topics. */
export const useTopicNews = (id: number, stamp: number): void => useNews("topic.moved", id, id === 0 ? "/sujets/nouveautes" : `/sujets/nouveautes?sujet=${id}`, stamp);
