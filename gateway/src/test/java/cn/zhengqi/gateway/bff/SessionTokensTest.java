package cn.zhengqi.gateway.bff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.server.MockWebSession;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveMapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SessionTokensTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final ConcurrentHashMap<String, Session> stored = new ConcurrentHashMap<>();
    private final MockWebSession session = new MockWebSession();
    private final AuthorityMarks marks = mock(AuthorityMarks.class);

    @BeforeEach
    void nothingHasChanged() {
        when(marks.of(any())).thenReturn(Mono.just(""));
    }

    @Test
    void a_token_that_will_do_is_not_renewed() {
        SessionTokens.signIn(session, new Tokens("a1", NOW.plusSeconds(61), "r1", ""), NOW);
        assertThat(tokens(granting("a2", "r2")).accessToken(session).block()).isEqualTo("a1");
        assertThat(asked).isEmpty();
    }

    @Test
    void nobody_waits_for_a_new_token_while_the_old_one_works() {
        store(new Tokens("a1", NOW.plusSeconds(60), "r1", ""));
        Sinks.One<OAuth2AccessTokenResponse> slow = Sinks.one();
        SessionTokens tokens = tokens(request -> slow.asMono());

        assertThat(tokens.accessToken(session).block()).isEqualTo("a1");

        slow.tryEmitValue(granted("a2", "r2"));
        assertThat(kept()).extracting(Tokens::access, Tokens::refresh).containsExactly("a2", "r2");
    }

    @Test
    void a_renewal_beside_the_requests_is_made_once() {
        SessionTokens.signIn(session, new Tokens("a1", NOW.plusSeconds(60), "r1", ""), NOW);
        SessionTokens tokens = tokens(granting("a2", "r2"));
        assertThat(tokens.accessToken(session).block()).isEqualTo("a1");
        assertThat(tokens.accessToken(session).block()).isEqualTo("a1");
        assertThat(asked).containsExactly("r1");
    }

    @Test
    void a_renewal_beside_the_requests_that_fails_harms_none_and_is_tried_again() {
        SessionTokens.signIn(session, new Tokens("a1", NOW.plusSeconds(60), "r1", ""), NOW);
        SessionTokens tokens = tokens(refusing("invalid_token_response"));
        assertThat(tokens.accessToken(session).block()).isEqualTo("a1");
        assertThat(tokens.accessToken(session).block()).isEqualTo("a1");
        assertThat(asked).containsExactly("r1", "r1");
        assertThat(SessionTokens.signedIn(session)).isTrue();
    }

    @Test
    void a_token_about_to_expire_is_renewed_once_and_the_stored_session_keeps_the_new_ones() {
        store(new Tokens("a1", NOW.plusSeconds(15), "r1", ""));
        SessionTokens tokens = tokens(granting("a2", "r2"));
        assertThat(tokens.accessToken(session).block()).isEqualTo("a2");
        assertThat(tokens.accessToken(session).block()).isEqualTo("a2");
        assertThat(asked).containsExactly("r1");
        assertThat(kept()).extracting(Tokens::refresh).isEqualTo("r2");
    }

    @Test
    void a_token_is_renewed_once_when_what_it_says_has_changed() {
        SessionTokens.signIn(session, new Tokens("a1", NOW.plusSeconds(200), "r1", ""), NOW);
        SessionTokens tokens = tokens(granting("a2", "r2"));
        when(marks.of(any())).thenReturn(Mono.just("m1"));
        assertThat(tokens.accessToken(session).block()).isEqualTo("a2");
        assertThat(tokens.accessToken(session).block()).isEqualTo("a2");
        assertThat(asked).containsExactly("r1");
    }

    @Test
    void an_account_that_was_disabled_is_out_although_its_token_still_lives() {
        SessionTokens.signIn(session, new Tokens("a1", NOW.plusSeconds(200), "r1", ""), NOW);
        when(marks.of(any())).thenReturn(Mono.just("m1"));
        assertThat(tokens(refusing("invalid_grant")).accessToken(session).blockOptional())
                .isEmpty();
        assertThat(SessionTokens.signedIn(session)).isFalse();
    }

    @Test
    void a_mark_that_has_run_out_is_older_than_the_token() {
        SessionTokens.signIn(session, new Tokens("a1", NOW.plusSeconds(200), "r1", "m1"), NOW);
        assertThat(tokens(granting("a2", "r2")).accessToken(session).block()).isEqualTo("a1");
    }

    @Test
    void a_person_who_comes_back_after_hours_is_still_signed_in() {
        SessionTokens.signIn(session, new Tokens("a1", NOW.minusSeconds(3 * 3600), "r1", ""), NOW);
        assertThat(tokens(granting("a2", "r2")).accessToken(session).block()).isEqualTo("a2");
    }

    @Test
    void a_request_that_still_holds_the_spent_token_gets_what_it_was_renewed_to() {
        SessionTokens tokens = tokens(granting("a2", "r2"));
        SessionTokens.signIn(session, new Tokens("a1", NOW, "r1", ""), NOW);
        tokens.accessToken(session).block();
        MockWebSession readBefore = new MockWebSession();
        SessionTokens.signIn(readBefore, new Tokens("a1", NOW, "r1", ""), NOW);
        assertThat(tokens.accessToken(readBefore).block()).isEqualTo("a2");
        assertThat(asked).containsExactly("r1");
    }

    @Test
    void tokens_that_another_copy_of_the_gateway_has_renewed_are_taken_from_the_stored_session() {
        SessionTokens.signIn(session, new Tokens("a1", NOW, "r1", ""), NOW);
        keep(new Tokens("a9", NOW.plusSeconds(300), "r9", ""));

        assertThat(tokens(refusing("invalid_grant")).accessToken(session).block())
                .isEqualTo("a9");
        assertThat(kept()).isEqualTo(new Tokens("a9", NOW.plusSeconds(300), "r9", ""));
    }

    @Test
    void tokens_that_another_copy_has_renewed_and_not_yet_stored_are_waited_for() {
        SessionTokens.signIn(session, new Tokens("a1", NOW, "r1", ""), NOW);
        SessionTokens tokens = tokens(refusing("invalid_grant"));
        storedSoon(new Tokens("a1", NOW, "r1", ""), new Tokens("a9", NOW.plusSeconds(300), "r9", ""));

        assertThat(tokens.accessToken(session).block()).isEqualTo("a9");
        assertThat(SessionTokens.signedIn(session)).isTrue();

        when(marks.of(any())).thenReturn(Mono.just("m1"));
        storedSoon(new Tokens("a1", NOW, "r1", ""), new Tokens("a9", NOW.plusSeconds(300), "r9", ""));
        assertThat(tokens.last(session.getId()).block()).as("a stream goes on").isTrue();
    }

    /** After the first look. */
    private void storedSoon(Tokens old, Tokens renewed) {
        keep(old);
        Mono.delay(Duration.ofMillis(250)).subscribe(late -> keep(renewed));
    }

    @Test
    void a_slow_answer_does_not_put_the_tokens_that_it_was_asked_with_over_newer_ones() {
        MapSession first = new MapSession();
        first.setAttribute("tokens", new Tokens("a1", NOW, "r1", ""));
        stored.put(first.getId(), first);
        var browser =
                new SpringSessionWebSessionStore<>(new SparingSessions<>(new ReactiveMapSessionRepository(stored)));
        WebSession slow = read(browser, first.getId());
        SessionTokens tokens =
                tokens(request -> request.getRefreshToken().getTokenValue().equals("r1")
                        ? Mono.just(granted("a2", "r2"))
                        : Mono.just(granted("a3", "r3")));
        assertThat(tokens.accessToken(slow).block()).isEqualTo("a2");

        when(marks.of(any())).thenReturn(Mono.just("m1"));
        WebSession quick = read(browser, first.getId());
        assertThat(tokens.accessToken(quick).block()).isEqualTo("a3");
        quick.save().block();
        slow.save().block();

        assertThat(stored.get(first.getId()).<Tokens>getAttribute("tokens"))
                .extracting(Tokens::access, Tokens::refresh)
                .containsExactly("a3", "r3");
    }

    @Test
    void of_a_sign_in_that_is_over_nothing_stays() {
        SessionTokens.signIn(session, new Tokens("a1", NOW, "r1", ""), NOW);
        assertThat(tokens(refusing("invalid_grant")).accessToken(session).blockOptional())
                .isEmpty();
        assertThat(SessionTokens.signedIn(session)).isFalse();
        assertThat(session.getAttributes()).isEmpty();
    }

    @Test
    void while_auth_service_is_away_nothing_is_forgotten_and_it_is_asked_again() {
        SessionTokens.signIn(session, new Tokens("a1", NOW, "r1", ""), NOW);
        SessionTokens tokens = tokens(refusing("invalid_token_response"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.accessToken(session).block()).isInstanceOf(ProblemException.class);
        }
        assertThat(SessionTokens.signedIn(session)).isTrue();
        assertThat(asked).containsExactly("r1", "r1");
    }

    @Test
    void nobody_signed_in_needs_no_token() {
        assertThat(tokens(refusing("invalid_grant")).accessToken(session).blockOptional())
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_sign_in_lasts_while_its_session_is_stored_with_tokens_that_are_renewed_when_they_have_to_be() {
        SessionTokens tokens = tokens(granting("a2", "r2"));
        store(new Tokens("a1", NOW.plusSeconds(200), "r1", ""));
        assertThat(tokens.last(session.getId()).block()).isTrue();
        assertThat(asked).as("nothing changed").isEmpty();

        when(marks.of(any())).thenReturn(Mono.just("m1"));
        assertThat(tokens.last(session.getId()).block()).isTrue();
        assertThat(tokens.last(session.getId()).block()).isTrue();
        assertThat(asked).as("once for one mark").containsExactly("r1");
    }

    @Test
    void a_sign_in_lasts_no_longer_when_auth_service_refuses_to_renew_it_or_somebody_signed_out() {
        SessionTokens tokens = tokens(refusing("invalid_grant"));
        store(new Tokens("a1", NOW.plusSeconds(200), "r1", ""));
        when(marks.of(any())).thenReturn(Mono.just("m1"));
        assertThat(tokens.last(session.getId()).block()).isFalse();

        when(marks.of(any())).thenReturn(Mono.just(""));
        stored.get(session.getId()).removeAttribute("tokens");
        assertThat(tokens.last(session.getId()).block()).as("no tokens").isFalse();
        stored.clear();
        assertThat(tokens.last(session.getId()).block()).as("no session").isFalse();
    }

    @Test
    void a_sign_in_that_cannot_be_judged_now_lasts() {
        store(new Tokens("a1", NOW.plusSeconds(200), "r1", ""));
        when(marks.of(any())).thenReturn(Mono.just("m1"));
        assertThat(tokens(refusing("invalid_token_response"))
                        .last(session.getId())
                        .block())
                .as("auth-service is away")
                .isTrue();
        when(marks.of(any())).thenReturn(Mono.error(new IllegalStateException("Redis is away")));
        assertThat(tokens(granting("a2", "r2")).last(session.getId()).block()).isTrue();
        assertThat(SessionTokens.signedIn(session)).isTrue();
    }

    private SessionTokens tokens(ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> authService) {
        ClientRegistration gateway = ClientRegistration.withRegistrationId("gateway")
                .clientId("gateway")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://gateway/callback")
                .authorizationUri("/oauth2/authorize")
                .tokenUri("http://auth-service/oauth2/token")
                .build();
        return new SessionTokens(
                gateway,
                authService,
                new ReactiveMapSessionRepository(stored),
                marks,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> granting(
            String access, String refresh) {
        return request -> Mono.fromSupplier(() -> {
            asked.add(request.getRefreshToken().getTokenValue());
            return granted(access, refresh);
        });
    }

    private static OAuth2AccessTokenResponse granted(String access, String refresh) {
        return OAuth2AccessTokenResponse.withToken(access)
                .tokenType(OAuth2AccessToken.TokenType.BEARER)
                .expiresIn(300)
                .refreshToken(refresh)
                .build();
    }

    private static WebSession read(SpringSessionWebSessionStore<?> browser, String id) {
        return Objects.requireNonNull(browser.retrieveSession(id).block());
    }

    private Tokens kept() {
        return Objects.requireNonNull(stored.get(session.getId()).getAttribute("tokens"));
    }

    private void store(Tokens tokens) {
        SessionTokens.signIn(session, tokens, NOW);
        keep(tokens);
    }

    private void keep(Tokens tokens) {
        MapSession kept = new MapSession(session.getId());
        kept.setAttribute("tokens", tokens);
        stored.put(session.getId(), kept);
    }

    private ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refusing(String error) {
        return request -> Mono.defer(() -> {
            asked.add(request.getRefreshToken().getTokenValue());
            return Mono.error(new OAuth2AuthorizationException(new OAuth2Error(error)));
        });
    }
}
