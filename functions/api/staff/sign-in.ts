import * as oauth from "oauth4webapi";
import { Problem } from "#core/base/problems.ts";

/** A sign-in that has begun: kept by the browser in a short-lived cookie until the provider sends it back. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  verifier: string;
}

/** OpenID Connect, authorization code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0), against any issuer. */
export interface SignIn {
  begin(): Promise<{ url: string; attempt: SignInAttempt }>;
  /** The verified mail address of whoever signed in. Throws `signIn.failed` where anything does not hold. */
  finish(callback: URL, attempt: SignInAttempt): Promise<{ email: string }>;
  /** Where to send the browser so that the provider forgets it too. */
  endUrl(returnTo: string): Promise<string>;
}

export interface SignInSettings {
  issuer: string;
  clientId: string;
  /** None for a public client, which proves by PKCE alone that a code is its own. */
  clientSecret?: string;
  redirectUri: string;
  /** Lets the issuer be plain http, for a provider on the same machine. */
  insecure?: boolean;
}

/** Signs staff in against the issuer, whose metadata is discovered at first use and kept. */
export function createSignIn(settings: SignInSettings): SignIn {
  const issuer = new URL(settings.issuer);
  const client: oauth.Client = { client_id: settings.clientId };
  const authentication =
    settings.clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(settings.clientSecret);
  const transport = { [oauth.allowInsecureRequests]: settings.insecure ?? false };
  let discovered: Promise<oauth.AuthorizationServer> | null = null;

  const discover = () => {
    discovered ??= oauth
      .discoveryRequest(issuer, transport)
      .then((response) => oauth.processDiscoveryResponse(issuer, response));
    discovered.catch(() => {
      discovered = null;
    });
    return discovered;
  };

  return {
    async begin() {
      const server = await discover();
      const attempt = {
        state: oauth.generateRandomState(),
        nonce: oauth.generateRandomNonce(),
        verifier: oauth.generateRandomCodeVerifier(),
      };
      const url = new URL(server.authorization_endpoint ?? issuer);
      url.search = new URLSearchParams({
        client_id: settings.clientId,
        redirect_uri: settings.redirectUri,
        response_type: "code",
        scope: "openid email profile",
        code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
        state: attempt.state,
        nonce: attempt.nonce,
        // Whoever comes next to a computer that many use is asked who they are, though the provider still knows the last one.
        prompt: "login",
      }).toString();
      return { url: url.href, attempt };
    },

    async finish(callback, attempt) {
      const server = await discover();
      try {
        const parameters = oauth.validateAuthResponse(server, client, callback, attempt.state);
        const answer = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          parameters,
          settings.redirectUri,
          attempt.verifier,
          transport,
        );
        const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
          expectedNonce: attempt.nonce,
          requireIdToken: true,
        });
        const claims = oauth.getValidatedIdTokenClaims(tokens);
        const email =
          typeof claims?.email === "string" ? claims.email : await askEmail(server, tokens, claims?.sub);
        if (!email || claims?.email_verified === false) throw new Problem("signIn.failed");
        return { email: email.toLowerCase() };
      } catch (error) {
        if (
          error instanceof oauth.AuthorizationResponseError ||
          error instanceof oauth.OperationProcessingError
        )
          throw new Problem("signIn.failed");
        if (error instanceof oauth.ResponseBodyError) throw new Problem("signIn.failed");
        throw error;
      }
    },

    async endUrl(returnTo) {
      const { end_session_endpoint } = await discover();
      if (!end_session_endpoint) return returnTo;
      const url = new URL(end_session_endpoint);
      url.search = new URLSearchParams({
        client_id: settings.clientId,
        post_logout_redirect_uri: returnTo,
        // What Cognito calls the same (Developer Guide, "The managed login sign-out endpoint").
        logout_uri: returnTo,
      }).toString();
      return url.href;
    },
  };

  /** Providers that leave the address out of the ID token give it at the userinfo endpoint. */
  async function askEmail(
    server: oauth.AuthorizationServer,
    tokens: oauth.TokenEndpointResponse,
    subject = "",
  ) {
    const response = await oauth.userInfoRequest(server, client, tokens.access_token, transport);
    const claims = await oauth.processUserInfoResponse(server, client, subject, response);
    return claims.email_verified === false ? undefined : claims.email;
  }
}
