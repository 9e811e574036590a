import * as oauth from "oauth4webapi";
import { Problem } from "#core/base/problems.ts";

/** Kept in a short-lived cookie. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  verifier: string;
}

/** OpenID Connect with authorization code and PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0). */
export interface SignIn {
  begin(): Promise<{ url: string; attempt: SignInAttempt }>;
  /** Returns the verified mail address. Throws `signIn.failed`. */
  finish(callback: URL, attempt: SignInAttempt): Promise<{ email: string }>;
  /** Returns the URL that also ends the provider's session. */
  endUrl(returnTo: string): Promise<string>;
}

export interface SignInSettings {
  issuer: string;
  clientId: string;
  /** Missing for a public client, which relies on PKCE. */
  clientSecret?: string;
  redirectUri: string;
  /** Allows an issuer over plain http, on the same machine. */
  insecure?: boolean;
}

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
        // On shared computers, the provider must ask who signs in.
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
        // Cognito's name for `post_logout_redirect_uri` (Developer Guide, "The managed login sign-out
        // endpoint").
        logout_uri: returnTo,
      }).toString();
      return url.href;
    },
  };

  /** Some providers return the address only at the userinfo endpoint. */
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
