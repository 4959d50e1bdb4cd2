import { useEffect, useState, type ChangeEvent, type RefObject } from "react";

/** What people have chosen, dropped on the form or pasted into it, in order. */
export function useIncoming(box: RefObject<HTMLElement>, hydrated: boolean): { files: readonly File[]; onChange: (event: ChangeEvent<HTMLInputElement>) => void } {
  const [files, setFiles] = useState<readonly File[]>([]);
  const take = (list: FileList | null | undefined) => {
    const more = [...(list ?? [])];
    if (more.length > 0) setFiles((before) => [...before, ...more]);
  };

  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form || !hydrated) return;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      form.classList.add("is-dropping");
    };
    const out = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) form.classList.remove("is-dropping");
    };
    const drop = (event: DragEvent) => {
      form.classList.remove("is-dropping");
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      event.stopPropagation();
      take(event.dataTransfer.files);
    };
    // Word puts a picture of the text beside the text: the text is what was meant.
    const paste = (event: ClipboardEvent) => {
      const { files: pasted, types } = event.clipboardData ?? {};
      if (!pasted?.length || types?.some((type) => type.startsWith("text/"))) return;
      event.preventDefault();
      event.stopPropagation();
      take(pasted);
    };
    form.addEventListener("dragover", over, true);
    form.addEventListener("dragleave", out, true);
    form.addEventListener("drop", drop, true);
    form.addEventListener("paste", paste, true);
    return () => {
      form.removeEventListener("dragover", over, true);
      form.removeEventListener("dragleave", out, true);
      form.removeEventListener("drop", drop, true);
      form.removeEventListener("paste", paste, true);
    };
  }, [box, hydrated]);

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    // The same file may be chosen again after it was taken back.
    event.target.value = "";
  };
  return { files, onChange };
}
