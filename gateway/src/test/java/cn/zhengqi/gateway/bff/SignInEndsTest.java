package cn.zhengqi.gateway.bff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.gateway.GatewayProperties;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.mock.web.server.MockWebSession;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class SignInEndsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T04:00:00Z");

    private static final Duration LASTS = Duration.ofHours(12);

    private final AuthServiceClient authService = mock(AuthServiceClient.class);
    private final MockWebSession session = new MockWebSession();

    @BeforeEach
    void authServiceAnswers() {
        when(authService.revoke(any())).thenReturn(Mono.empty());
        when(authService.endIdleSession(any())).thenReturn(Mono.empty());
    }

    @Test
    void who_works_stays_and_who_pauses_for_longer_than_half_an_hour_is_out_everywhere() {
        signedIn("BANK");
        works(NOON);
        works(NOON.plus(Duration.ofMinutes(30)));
        assertThat(SessionTokens.signedIn(session)).isTrue();

        works(NOON.plus(Duration.ofMinutes(60)).plusSeconds(1));

        assertThat(SessionTokens.signedIn(session)).isFalse();
        verify(authService).revoke("refresh");
        verify(authService).endIdleSession("auth-session");
    }

    @Test
    void whose_sign_in_ended_elsewhere_and_who_signs_in_again_after_a_pause_works_on() {
        signedIn("BANK");
        works(NOON);
        SessionTokens.remove(session);

        Instant later = NOON.plus(Duration.ofMinutes(31));
        signedIn("BANK", null, later);
        works(later);

        assertThat(SessionTokens.signedIn(session)).isTrue();
        verify(authService, never()).revoke(any());
        verify(authService, never()).endIdleSession(any());
    }

    @Test
    void who_signs_in_and_does_nothing_is_out_after_half_an_hour() {
        signedIn("BANK");
        works(NOON.plus(Duration.ofMinutes(31)));
        assertThat(SessionTokens.signedIn(session)).isFalse();
    }

    @Test
    void what_a_page_does_by_itself_keeps_nobody_in() {
        signedIn("GOVERNMENT");
        works(NOON);
        for (int minute = 1; minute <= 30; minute++) {
            asks(MockServerHttpRequest.get("/api/stats/dashboard").header("X-Background", "1"), minute);
            asks(MockServerHttpRequest.get("/api/message/my/stream"), minute);
        }
        assertThat(SessionTokens.signedIn(session)).isTrue();
        asks(MockServerHttpRequest.get("/api/stats/dashboard").header("X-Background", "1"), 31);
        assertThat(SessionTokens.signedIn(session)).isFalse();
    }

    @Test
    void enterprises_may_pause() {
        signedIn("ENTERPRISE");
        works(NOON);
        works(NOON.plus(Duration.ofHours(5)));
        assertThat(SessionTokens.signedIn(session)).isTrue();
        verify(authService, never()).revoke(any());
    }

    @Test
    void who_is_asked_after_by_a_page_alone_is_told_how_long_is_left_and_who_asks_has_the_whole_of_it_again() {
        signedIn("BANK");
        Instant later = NOON.plus(Duration.ofMinutes(29));
        check(MockServerHttpRequest.get("/bff/session").header("X-Background", "1"), later);
        assertThat(at(later).left(session)).isEqualTo(Duration.ofMinutes(1));

        check(MockServerHttpRequest.get("/bff/session"), later);
        assertThat(at(later).left(session)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_sign_in_whose_time_is_over_ends_to_the_second_whoever_works_in_it() {
        signedIn("ENTERPRISE");
        works(NOON.plus(LASTS).minusSeconds(1));
        assertThat(SessionTokens.signedIn(session)).isTrue();

        works(NOON.plus(LASTS));

        assertThat(SessionTokens.signedIn(session)).isFalse();
        verify(authService).revoke("refresh");
        verify(authService, never()).endIdleSession(any());
    }

    @Test
    void enterprises_have_no_end_for_doing_nothing() {
        signedIn("ENTERPRISE");
        works(NOON);
        assertThat(at(NOON).left(session)).isNull();
        assertThat(at(NOON).left(new MockWebSession())).isNull();
    }

    private void works(Instant at) {
        check(MockServerHttpRequest.get("/api/finance/applications"), at);
    }

    private void asks(MockServerHttpRequest.BaseBuilder<?> request, int minute) {
        check(request, NOON.plus(Duration.ofMinutes(minute)));
    }

    private void check(MockServerHttpRequest.BaseBuilder<?> request, Instant at) {
        var exchange = MockServerWebExchange.from(request.cookie(new HttpCookie("ZQ_AUTH", "auth-session")));
        at(at).check(exchange, session).block();
    }

    private SignInEnds at(Instant now) {
        GatewayProperties properties = new GatewayProperties(
                URI.create("http://localhost"),
                "http://auth",
                1,
                1,
                1,
                1,
                1,
                1,
                Duration.ofMinutes(30),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                List.of(),
                null);
        return new SignInEnds(authService, properties, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void who_works_for_an_institution_that_registered_itself_is_staff() {
        signedIn("CHAMBER", "01900000-0000-7000-8000-0000000000c1");
        works(NOON);
        works(NOON.plus(Duration.ofMinutes(31)));
        assertThat(SessionTokens.signedIn(session)).isFalse();

        signedIn("CHAMBER");
        works(NOON);
        works(NOON.plus(Duration.ofHours(5)));
        assertThat(SessionTokens.signedIn(session)).as("who waits to be let in").isTrue();
    }

    private void signedIn(String userType) {
        signedIn(userType, null);
    }

    private void signedIn(String userType, @Nullable String institution) {
        signedIn(userType, institution, NOON);
    }

    private void signedIn(String userType, @Nullable String institution, Instant at) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new JWTClaimsSet.Builder()
                            .claim("user_type", userType)
                            .claim("inst", institution)
                            .claim("auth_time", Date.from(at))
                            .claim("auth_until", Date.from(at.plus(LASTS)))
                            .build());
            jwt.sign(new MACSigner(new byte[32]));
            SessionTokens.signIn(
                    session, new Tokens(jwt.serialize(), NOON.plus(Duration.ofDays(1)), "refresh", ""), at);
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
