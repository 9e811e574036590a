interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
}

const mostRedirects = 10;

/** A browser without a screen: fetch that keeps cookies by host and path, and follows redirects with them. */
export function createVisitor() {
  let cookies: Cookie[] = [];

  const keep = (url: URL, header: string) => {
    const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
    const [name = "", ...value] = pair.split("=");
    const attribute = (wanted: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const cookie = { name, value: value.join("="), host: url.host, path: attribute("path") ?? "/" };
    cookies = cookies.filter(
      (each) => each.name !== name || each.host !== cookie.host || each.path !== cookie.path,
    );
    const expires = attribute("expires");
    const over = attribute("max-age") === "0" || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (!over) cookies.push(cookie);
  };

  const cookiesFor = (url: URL) =>
    cookies.filter(
      ({ host, path }) =>
        host === url.host && (path === "/" || url.pathname === path || url.pathname.startsWith(`${path}/`)),
    );

  const visit = async (
    address: string,
    init: RequestInit = {},
  ): Promise<{ url: URL; response: Response }> => {
    let url = new URL(address);
    let request = init;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const headers = new Headers(request.headers);
      const sent = cookiesFor(url).map(({ name, value }) => `${name}=${value}`);
      if (sent.length > 0) headers.set("cookie", sent.join("; "));
      const response = await fetch(url, { ...request, headers, redirect: "manual" });
      for (const header of response.headers.getSetCookie()) keep(url, header);
      const location = response.headers.get("location");
      if (!location) return { url, response };
      await response.arrayBuffer();
      url = new URL(location, url);
      request = {};
    }
    throw new Error(`${address} redirects for ever`);
  };

  return {
    visit,
    cookie: (name: string): string | undefined => cookies.find((each) => each.name === name)?.value,
    cookieNames: (): string[] => cookies.map(({ name }) => name),
    /** Signs in at the provider as whoever has this address; ends on the page that was asked for. */
    async signIn(origin: string, email: string, to = "/quan-tri"): Promise<{ url: URL; response: Response }> {
      const page = await visit(`${origin}/api/session/sign-in?to=${encodeURIComponent(to)}`);
      return visit(page.url.href, { method: "POST", body: new URLSearchParams({ email }) });
    },
  };
}
