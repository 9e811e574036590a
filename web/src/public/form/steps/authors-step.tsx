import { useText } from "../../../language.tsx";
import { TextField } from "../fields.tsx";
import { useForm } from "../form-context.tsx";
import { AuthorList } from "./people.tsx";

export function AuthorsStep() {
  const { form, set, channel } = useForm();
  const { t } = useText();
  const own = (name: string) => (channel() === "web" ? name : "off");
  return (
    <>
      <p class="hint lead">{t("form.author.hint")}</p>
      <AuthorList />
      <section class="contact" aria-labelledby="form-contact-label">
        <h2 id="form-contact-label">{t("form.contact")}</h2>
        <p class="hint">{t("form.contact.hint")}</p>
        <div class="pair">
          <TextField
            pointer="/contact/phone"
            label={t("form.phone")}
            either
            value={form.phone}
            type="tel"
            autocomplete={own("tel")}
            onType={(text) => set("phone", text)}
          />
          <TextField
            pointer="/contact/email"
            label={t("form.email")}
            either
            value={form.email}
            type="email"
            autocomplete={own("email")}
            onType={(text) => set("email", text)}
          />
        </div>
      </section>
    </>
  );
}
