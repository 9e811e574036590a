import type { JSX } from "solid-js";
import { DownloadLink } from "../../attachments/download-link.tsx";
import { useSession } from "./session.tsx";

/** A link to a file of the API, for whoever is signed in; where the session has ended it asks to sign in again. */
export function Download(props: { path: string; class?: string; label?: string; children: JSX.Element }) {
  const { call } = useSession();
  return <DownloadLink {...props} call={call} />;
}
