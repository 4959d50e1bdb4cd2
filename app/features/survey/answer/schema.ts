import { z } from "zod";
import { optionalLine, optionalText } from "~/kit/fields";
import { KINDS, MAX_LONG, MAX_SHORT, MAX_TOPIC, type Question } from "../question/model";
import { fieldNames } from "./model";

const textField = ({ kind }: Question) => (kind === "long" ? optionalText(MAX_LONG) : optionalLine(kind === "topic" ? MAX_TOPIC : MAX_SHORT));
const numberField = z.string().max(20, "Écrivez un nombre.").optional();

/** The fields of these questions, and no other. What they mean together is read by answer/model. */
export const answerInput = (questions: readonly Question[]) =>
  z.object(
    Object.fromEntries(questions.flatMap((question) => fieldNames([question]).map((name): [string, z.ZodType<string | undefined>] => [name, KINDS[question.kind].text ? textField(question) : numberField]))),
  );
