import { useText } from "../../../language.tsx";
import { TextField } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import { AuthorList } from "./people.tsx";

export function AuthorsStep() {
  const { form, set, channel } = useForm();
  const { t } = useText();
  const contact = (name: "phone" | "email", type: "tel" | "email") => ({
    pointer: `/contact/${name}`,
    label: t(`form.${name}`),
    either: true,
    value: form[name],
    type,
    autocomplete: channel() === "web" ? type : "off",
    onType: (text: string) => set(name, text),
  });
  return (
    <>
      <p class="hint lead">{t("form.author.hint")}</p>
      <AuthorList />
      <section class="contact" aria-labelledby="form-contact-label">
        <h2 id="form-contact-label">{t("form.contact")}</h2>
        <p class="hint">{t("form.contact.hint")}</p>
        <div class="pair">
          <TextField {...contact("phone", "tel")} />
          <TextField {...contact("email", "email")} />
        </div>
      </section>
    </>
  );
}
