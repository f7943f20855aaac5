package cn.zhengqi.gateway.bff;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The tokens behind a session, renewed before they expire and when what they say has changed. Nobody waits for the first of these while the token still works. A refresh
 * token works once, and a page asks many things at once: requests of one copy of the gateway share a renewal, and one that comes too late because another copy was
 * quicker takes what that one has stored.
 */
@Component
public class SessionTokens {

    private static final String TOKENS = "tokens";

    /** When whoever is signed in worked last. */
    private static final String ACTIVE_AT = "activeAt";

    /** As long as auth-service lets a sign-in last. */
    private static final Duration SIGNED_IN = Duration.ofHours(12);

    /** From here on a new token is fetched beside the requests, which go on with the old one. */
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(60);

    /** With less than this a token could expire on its way through the services. */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(15);

    /** Longer than it takes to store what was renewed. */
    private static final int LOOKS = 10;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ClientRegistration gateway;
    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> renewals;
    private final ReactiveSessionRepository<? extends Session> sessions;
    private final AuthorityMarks marks;
    private final Clock clock;

    /** By the refresh token that was used up; long enough for requests which still hold it. */
    private final Cache<String, Mono<Tokens>> renewed =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    SessionTokens(
            ClientRegistration gateway,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> renewals,
            ReactiveSessionRepository<? extends Session> sessions,
            AuthorityMarks marks,
            Clock clock) {
        this.gateway = gateway;
        this.renewals = renewals;
        this.sessions = sessions;
        this.marks = marks;
        this.clock = clock;
    }

    public static boolean signedIn(WebSession session) {
        return session.getAttribute(TOKENS) != null;
    }

    static @Nullable Tokens of(WebSession session) {
        return session.getAttribute(TOKENS);
    }

    /** Until somebody is signed in a session lives for minutes (spring.session.timeout): anybody may have one made. */
    static void signIn(WebSession session, Tokens tokens, Instant now) {
        session.getAttributes().put(TOKENS, tokens);
        worked(session, now);
        session.setMaxIdleTime(SIGNED_IN);
    }

    static void worked(WebSession session, Instant now) {
        session.getAttributes().put(ACTIVE_AT, now);
    }

    /** Null for who signed in before this was kept from the beginning on. */
    static @Nullable Instant activeAt(WebSession session) {
        return session.getAttribute(ACTIVE_AT);
    }

    static void remove(WebSession session) {
        session.getAttributes().remove(TOKENS);
        session.getAttributes().remove(ACTIVE_AT);
        session.getAttributes()
                .remove(WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME);
    }

    /**
     * A token that will do for this request; empty when nobody is signed in, or no longer.
     *
     * @throws ProblemException SERVICE_UNAVAILABLE (as error) when it had to be renewed and could not; the session stays
     */
    public Mono<String> accessToken(WebSession session) {
        Tokens tokens = of(session);
        if (tokens == null) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        if (!tokens.lastUntil(now.plus(LEAST_LIFE))) {
            return renew(session, tokens).map(Tokens::access);
        }
        return marks.of(tokens.access())
                .flatMap(mark -> {
                    if (tokens.isOutdatedBy(mark)) {
                        return renew(session, tokens);
                    }
                    return tokens.lastUntil(now.plus(BEFORE_EXPIRY))
                            ? Mono.just(tokens)
                            : beside(renewal(session.getId(), tokens)).thenReturn(tokens);
                })
                .map(Tokens::access);
    }

    /**
     * Whether a sign-in goes on, for what is still being answered long after it was asked. Says so of one that cannot be judged now, as while Redis is away: it is asked
     * again, and the next request is not let through.
     */
    public Mono<Boolean> last(String session) {
        return stored(session)
                .flatMap(tokens -> marks.of(tokens.access())
                        .flatMap(mark -> tokens.isOutdatedBy(mark)
                                ? renewal(session, tokens)
                                        .thenReturn(true)
                                        .onErrorResume(
                                                SessionTokens::isRefused,
                                                refused -> renewedByAnother(session, tokens)
                                                        .hasElement())
                                : Mono.just(true)))
                .defaultIfEmpty(false)
                .onErrorReturn(true);
    }

    /** What another copy of the gateway got for the same refresh token. It may have been quicker by so little that it has yet to store that. */
    private Mono<Tokens> renewedByAnother(String session, Tokens old) {
        return stored(session)
                .filter(tokens -> !tokens.refresh().equals(old.refresh()))
                .repeatWhenEmpty(looks -> looks.take(LOOKS).delayElements(BETWEEN_LOOKS));
    }

    private Mono<Tokens> stored(String session) {
        return sessions.findById(session).flatMap(stored -> Mono.justOrEmpty(stored.<Tokens>getAttribute(TOKENS)));
    }

    /** Whoever begins it does not wait. When it fails the next request begins another, or one that has to wait says why. */
    private static Mono<Void> beside(Mono<Tokens> renewal) {
        return Mono.deferContextual(context -> {
            renewal.onErrorComplete().contextWrite(context).subscribe();
            return Mono.empty();
        });
    }

    /** New tokens now, as after a membership has changed. Empty when the sign-in has ended. */
    Mono<Tokens> renew(WebSession session) {
        Tokens tokens = of(session);
        return tokens == null ? Mono.empty() : renew(session, tokens);
    }

    /**
     * What it was renewed to is for this request alone. It stands in the stored session already; in the one that the request has read it would be written once more when
     * the answer begins, and by then the stored one may hold newer tokens.
     */
    private Mono<Tokens> renew(WebSession session, Tokens old) {
        return renewal(session.getId(), old)
                .onErrorResume(
                        SessionTokens::isRefused,
                        refused -> renewedByAnother(session.getId(), old).switchIfEmpty(Mono.defer(() -> {
                            remove(session);
                            return session.save().then(Mono.empty());
                        })))
                .onErrorMap(failed -> !(failed instanceof ProblemException), SessionTokens::unavailable);
    }

    private Mono<Tokens> renewal(String session, Tokens old) {
        // Cached: it goes on to the end, and stores what it got, even when the browser that began it has gone.
        return Objects.requireNonNull(renewed.get(
                        old.refresh(),
                        spent -> marks.of(old.access())
                                .flatMap(mark -> ask(old).map(fresh -> fresh.seen(mark)))
                                .flatMap(
                                        fresh -> store(sessions, session, fresh).thenReturn(fresh))
                                .cache()))
                .doOnError(failed -> renewed.invalidate(old.refresh()));
    }

    private Mono<Tokens> ask(Tokens old) {
        // When it was issued nobody asks, but it must lie before its end, however long ago that was.
        OAuth2AccessToken spent = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                old.access(),
                old.accessExpiresAt().minusSeconds(1),
                old.accessExpiresAt());
        return renewals.getTokenResponse(
                        new OAuth2RefreshTokenGrantRequest(gateway, spent, new OAuth2RefreshToken(old.refresh(), null)))
                .map(answer -> Tokens.of(answer.getAccessToken(), Objects.requireNonNull(answer.getRefreshToken())));
    }

    /** In the session as it is stored now: the one of a request may have been written already, or be written at this moment. */
    private static <S extends Session> Mono<Void> store(
            ReactiveSessionRepository<S> sessions, String session, Tokens fresh) {
        return sessions.findById(session).flatMap(stored -> {
            stored.setAttribute(TOKENS, fresh);
            return sessions.save(stored);
        });
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof OAuth2AuthorizationException refused
                && OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode());
    }

    private static ProblemException unavailable(Throwable failure) {
        return new ProblemException(CommonProblem.SERVICE_UNAVAILABLE, "登录服务暂不可用，请稍后再试", List.of(), Map.of(), failure);
    }
}
