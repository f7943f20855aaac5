package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.wechat.OfficialAccount.Depth;
import cn.zhengqi.auth.wechat.WeChatBindings;
import cn.zhengqi.auth.wechat.WeChatUser;
import cn.zhengqi.data.Sealer;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a browser's session remembers while it signs in by WeChat: that it was sent there, and with what secret it must come back; then, of a WeChat user
 * that opens no account yet, who it is, sealed, until they have shown whose account they want to open by it.
 */
@Component
class WeChatArrivals {

    private static final String SENT = "weChatSent";
    private static final String WAITING = "weChatWaiting";
    private static final Duration ROUND_TRIP = Duration.ofMinutes(10);

    /** Long enough to register meanwhile. */
    private static final Duration WAIT = Duration.ofMinutes(30);

    private final WeChatBindings bindings;
    private final Clock clock;
    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    WeChatArrivals(WeChatBindings bindings, Clock clock, @Value("${zhengqi.authorization.key-secret}") String secret) {
        this.bindings = bindings;
        this.clock = clock;
        this.sealer = Sealer.of(secret.getBytes(StandardCharsets.UTF_8), "arrivals from WeChat");
    }

    private record Sent(String state, Depth depth, Instant until) implements Serializable {}

    /** @param forAccount whose first factor was right, while the second is still to come */
    private record Waiting(
            byte[] openid,
            byte @Nullable [] nickname,
            Instant until,
            @Nullable UUID forAccount) implements Serializable {

        private Waiting provedFor(UUID account) {
            return new Waiting(openid, nickname, until, account);
        }
    }

    /** @return what WeChat gives back with its answer: only the browser that was sent comes back with it */
    String send(HttpServletRequest request, Depth depth) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.getSession()
                .setAttribute(SENT, new Sent(state, depth, clock.instant().plus(ROUND_TRIP)));
        return state;
    }

    /** Whether this browser was sent with it, and lately; it comes back once. */
    Optional<Depth> comesBack(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SENT) instanceof Sent sent)) {
            return Optional.empty();
        }
        session.removeAttribute(SENT);
        boolean same = MessageDigest.isEqual(
                sent.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
        return same && clock.instant().isBefore(sent.until()) ? Optional.of(sent.depth()) : Optional.empty();
    }

    void await(HttpServletRequest request, WeChatUser user) {
        String nickname = user.nickname();
        request.getSession()
                .setAttribute(
                        WAITING,
                        new Waiting(
                                seal(user.openid()),
                                nickname == null ? null : seal(nickname),
                                clock.instant().plus(WAIT),
                                null));
    }

    Optional<WeChatUser> find(HttpServletRequest request) {
        return waiting(request).map(this::userOf);
    }

    /** @throws ProblemException WECHAT_EXPIRED when nobody waits to be bound */
    void require(HttpServletRequest request) {
        if (waiting(request).isEmpty()) {
            throw new ProblemException(AuthProblem.WECHAT_EXPIRED);
        }
    }

    /** The first factor was right: this account is bound as soon as the second is. */
    void provedFor(HttpServletRequest request, Account account) {
        waiting(request).ifPresent(one -> request.getSession().setAttribute(WAITING, one.provedFor(account.id())));
    }

    /** Everything that is asked for was right: binds, where that is what they came for. */
    void arrived(HttpServletRequest request, Account account) {
        Optional<Waiting> waiting = waiting(request);
        waiting.filter(one -> account.id().equals(one.forAccount())).ifPresent(one -> {
            // Before: what cannot be bound must not keep anybody from signing in without it.
            request.getSession().removeAttribute(WAITING);
            bindings.bind(account, userOf(one));
        });
    }

    private Optional<Waiting> waiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(WAITING) instanceof Waiting waiting
                        && clock.instant().isBefore(waiting.until())
                ? Optional.of(waiting)
                : Optional.empty();
    }

    private WeChatUser userOf(Waiting waiting) {
        byte[] nickname = waiting.nickname();
        return new WeChatUser(open(waiting.openid()), nickname == null ? null : open(nickname));
    }

    private byte[] seal(String text) {
        return sealer.seal(text.getBytes(StandardCharsets.UTF_8), WAITING);
    }

    private String open(byte[] sealed) {
        return new String(sealer.open(sealed, WAITING), StandardCharsets.UTF_8);
    }
}
