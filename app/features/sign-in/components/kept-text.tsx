import { TextArea } from "~/ui/field";
import { textsIn, type TypedFields } from "../model";

const typedIn = (json: string): TypedFields => {
  try {
    return JSON.parse(json) as TypedFields;
  } catch {
    return [];
  }
};

/** What was written before the session ended, to read again and to copy. */
export function KeptText({ json, label = "Votre texte, conservé ici" }: { json: string; label?: string }) {
  const texts = textsIn(typedIn(json));
  if (texts.length === 0) return null;
  return (
    <div className="form bounded">
      {texts.map((text, index) => (
        <TextArea
          key={`${index}-${text.length}`}
          name={`conserve-${index}`}
          label={index === 0 ? label : `${label} (${index + 1})`}
          rows={Math.min(12, Math.max(2, Math.ceil(text.length / 60)))}
          defaultValue={text}
          readOnly
        />
      ))}
    </div>
  );
}
