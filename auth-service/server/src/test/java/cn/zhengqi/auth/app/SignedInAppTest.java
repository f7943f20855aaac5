package cn.zhengqi.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, and applications as they are built with Spring Security's client. */
abstract class SignedInAppTest extends AppTest {

    static final String PASSWORD = "Gut-gewaehlt7";
    static final AtomicLong PHONES = new AtomicLong(13670000000L);

    final String phone = Long.toString(PHONES.incrementAndGet());
    Account person;
    Browser browser;

    @BeforeEach
    void somebodyHasAnAccount() {
        person = opened(UserType.ENTERPRISE, phone, PASSWORD, false);
        browser = new Browser(OUTSIDE.baseUrl());
    }

    /** An application that was registered, as its makers set it up. */
    final class App {

        final JsonNode registered;
        final @Nullable String secret;
        final ClientRegistration registration;

        App(JsonNode registered, String... scopes) {
            this.registered = registered;
            boolean confidential = registered.path("kind").asString().equals(AppKind.CONFIDENTIAL.name());
            this.secret = confidential ? drawn(registered).path("secret").asString() : null;
            this.registration = ClientRegistrations.fromIssuerLocation(OUTSIDE.baseUrl())
                    .registrationId("zhengqi")
                    .clientId(clientId())
                    .clientSecret(secret)
                    .clientAuthenticationMethod(
                            confidential
                                    ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                                    : ClientAuthenticationMethod.NONE)
                    .redirectUri(CALLBACK)
                    .scope(scopes)
                    .build();
        }

        String clientId() {
            return registered.path("clientId").asString();
        }

        OAuth2AuthorizationRequest asks() {
            var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                    new InMemoryClientRegistrationRepository(registration), "/login");
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            return Objects.requireNonNull(resolver.resolve(new MockHttpServletRequest(), "zhengqi"));
        }

        /** What Spring Security does when the browser is back: code for tokens, id token checked against keys, issuer, audience and nonce, then the person. */
        OAuth2LoginAuthenticationToken signsIn(OAuth2AuthorizationRequest request, String back) {
            OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(parameter(back, "code"))
                    .state(parameter(back, "state"))
                    .redirectUri(CALLBACK)
                    .build();
            return (OAuth2LoginAuthenticationToken) new OidcAuthorizationCodeAuthenticationProvider(
                            new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService())
                    .authenticate(new OAuth2LoginAuthenticationToken(
                            registration, new OAuth2AuthorizationExchange(request, response)));
        }

        OAuth2LoginAuthenticationToken signsIn() {
            OAuth2AuthorizationRequest request = asks();
            return signsIn(request, allowed(request));
        }

        Browser.Answer exchanges(OAuth2AuthorizationRequest request, String code) {
            return token(Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code,
                    "redirect_uri",
                    CALLBACK,
                    "code_verifier",
                    Objects.requireNonNull(request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER))));
        }

        Browser.Answer refreshes(String token) {
            return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
        }

        Browser.Answer token(Map<String, String> form) {
            if (secret != null) {
                return new Browser(OUTSIDE.baseUrl()).token(clientId(), secret, form);
            }
            Map<String, String> with = new HashMap<>(form);
            with.put("client_id", clientId());
            return posted("/oauth2/token", with);
        }
    }

    // --- the person ------------------------------------------------------------------------------

    CurrentUser self() {
        CurrentUser somebody = TestUsers.withoutEnterprise("self");
        return new CurrentUser(
                person.id(), "王小二", UserType.ENTERPRISE, null, null, null, null, somebody.roles(), Set.of("self"));
    }

    List<String> consents() {
        return body(client.as(self()).get().uri("/api/auth/my/apps").exchange(), 200)
                .findValuesAsString("id");
    }

    /** Signs in where that is asked for, and allows what is asked. */
    String allowed(OAuth2AuthorizationRequest request) {
        String at = browser.get(path(request.getAuthorizationRequestUri())).location();
        if (at.equals("/sign-in?app=true")) {
            at = browser.get(browser.signIn(phone, PASSWORD)
                            .body()
                            .path("continueTo")
                            .asString())
                    .location();
        }
        return at.startsWith(CALLBACK)
                ? at
                : browser.get(answer(at, true).body().path("continueTo").asString())
                        .location();
    }

    Browser.Answer question(String page) {
        return browser.get("/api/auth/sign-in/consent?state=" + encoded(parameter(page, "state")));
    }

    Browser.Answer answer(String page, boolean allow) {
        return browser.postOnce(
                "/api/auth/sign-in/consent",
                JSON.writeValueAsString(Map.of("state", parameter(page, "state"), "allow", allow)));
    }

    // --- requests --------------------------------------------------------------------------------

    /** Where a person is sent who opens the address. */
    static String asPage(String path) {
        return sent(HttpRequest.newBuilder(URI.create(OUTSIDE.baseUrl() + path))
                        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    static HttpResponse<String> userInfo(@Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(OUTSIDE.baseUrl() + "/oauth2/userinfo"));
        return sent(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    static Browser.Answer posted(String path, Map<String, String> form) {
        HttpResponse<String> answer = sent(HttpRequest.newBuilder(URI.create(OUTSIDE.baseUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
        return new Browser.Answer(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(""),
                answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.nullNode(),
                answer);
    }

    static HttpResponse<String> sent(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** The same request with another address to come back to. */
    static String elsewhere(String path, String other) {
        String changed = path.replaceFirst("redirect_uri=[^&]*", "redirect_uri=" + encoded(other));
        assertThat(changed).isNotEqualTo(path);
        return changed;
    }

    static String parameter(String address, String name) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .filter(one -> one.startsWith(name + "="))
                .map(one -> java.net.URLDecoder.decode(one.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + address));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
