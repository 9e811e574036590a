import type { JSX } from "solid-js";
import { DownloadLink } from "../../attachments/download-link.tsx";
import { useSession } from "./session.tsx";

export function Download(props: { path: string; class?: string; label?: string; children: JSX.Element }) {
  const { call } = useSession();
  return <DownloadLink {...props} call={call} />;
}
