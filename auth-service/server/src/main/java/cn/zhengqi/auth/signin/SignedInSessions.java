package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.provider.Identities;
import cn.zhengqi.auth.session.SessionLimits;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.session.SignOut;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** The session at this service, from which the gateway gets its tokens: opened by sign-in, worthless after a new password. */
@Component
public class SignedInSessions {

    private static final String SIGN_IN_PAGE = "/sign-in";
    private static final String CONTINUE_TO = "continueTo";
    private static final String PENDING = "pending";
    private static final String IDENTITY = "identity";
    private static final String PASSKEY_CHALLENGE = "passkeyChallenge";
    private static final String CREDENTIAL_VERSION = "credentialVersion";

    /** Names the browser for as long as it keeps cookies; opens nothing. */
    private static final String DEVICE_COOKIE = "ZQ_DEVICE";

    /** What is longer is not kept: it would stand in a session that anybody may have. */
    private static final int LONGEST_WISH = 2000;

    private static final Duration DEVICE_KNOWN_FOR = Duration.ofDays(365);

    private final SecurityContextRepository contexts;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Identities identities;
    private final SessionLimits limits;
    private final Clock clock;

    SignedInSessions(
            SecurityContextRepository contexts,
            Accounts accounts,
            SignIns signIns,
            Identities identities,
            SessionLimits limits,
            Clock clock) {
        this.contexts = contexts;
        this.accounts = accounts;
        this.signIns = signIns;
        this.identities = identities;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends the browser to the sign-in page and remembers what it wanted. Relative: whichever host it came by is right.
     *
     * @param back page of this site that the gateway says is wanted. It stands in the page's address, for the session is of all tabs and what it remembers is what was
     *     wanted last; the page leads there by the gateway, which takes no other than a path of this site.
     */
    public void askToSignIn(HttpServletRequest request, HttpServletResponse response, @Nullable String back) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(SIGN_IN_PAGE);
        ask(
                request,
                response,
                request.getQueryString(),
                back == null
                        ? page.toUriString()
                        : page.queryParam("back", "{back}")
                                .encode()
                                .buildAndExpand(back)
                                .toUriString());
    }

    /**
     * The same for another application. The page is told: that one is signed in at the platform by the gateway does not answer it. That it wants a fresh sign-in is
     * not remembered: who comes back has just signed in, and would be asked without end.
     */
    public void askToSignInForApp(HttpServletRequest request, HttpServletResponse response) {
        String query = Arrays.stream(String.valueOf(request.getQueryString()).split("&"))
                .filter(part -> !part.startsWith("prompt=") && !part.startsWith("max_age="))
                .collect(Collectors.joining("&"));
        ask(request, response, query, SIGN_IN_PAGE + "?app=true");
    }

    private static void ask(
            HttpServletRequest request, HttpServletResponse response, @Nullable String query, String page) {
        String wanted = request.getRequestURI() + "?" + query;
        if (wanted.length() <= LONGEST_WISH) {
            request.getSession().setAttribute(CONTINUE_TO, wanted);
        }
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, page);
    }

    /** Where the browser goes when it is signed in. The gateway takes no other than a path of this site. */
    void goOnTo(String wanted, HttpServletRequest request) {
        if (wanted.length() > LONGEST_WISH) {
            return;
        }
        request.getSession()
                .setAttribute(
                        CONTINUE_TO,
                        UriComponentsBuilder.fromPath("/bff/login")
                                .queryParam("continue", "{wanted}")
                                .encode()
                                .buildAndExpand(wanted)
                                .toUriString());
    }

    /** Remembers that the first factor was right. What was signed in here before is not any more. */
    void await(PendingSignIn pending, HttpServletRequest request) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.removeAttribute(CREDENTIAL_VERSION);
        session.setAttribute(PENDING, pending);
    }

    Optional<PendingSignIn> awaited(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PENDING) instanceof PendingSignIn pending
                ? Optional.of(pending)
                : Optional.empty();
    }

    /** What the passkey has to sign that comes next. */
    void challenge(PasskeyChallenge challenge, HttpServletRequest request) {
        request.getSession().setAttribute(PASSKEY_CHALLENGE, challenge);
    }

    /** Good for one try. */
    Optional<PasskeyChallenge> takeChallenge(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PASSKEY_CHALLENGE) instanceof PasskeyChallenge challenge)) {
            return Optional.empty();
        }
        session.removeAttribute(PASSKEY_CHALLENGE);
        return Optional.of(challenge);
    }

    /** Remembers whom a provider sent; who was signed in here stays so. */
    void awaitIdentity(PendingIdentity pending, HttpServletRequest request) {
        request.getSession().setAttribute(IDENTITY, pending);
    }

    Optional<PendingIdentity> awaitedIdentity(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(IDENTITY) instanceof PendingIdentity pending
                ? Optional.of(pending).filter(one -> clock.instant().isBefore(one.until()))
                : Optional.empty();
    }

    /**
     * The first factor of this account was right on a page that said along what it was told when binding began: whom the provider sent is bound to the account as soon as all
     * that is asked for was right. Anything else changes nothing.
     */
    void bindIdentity(@Nullable String told, Account account, HttpServletRequest request) {
        if (told != null) {
            awaitedIdentity(request)
                    .filter(one -> one.isBoundWith(told))
                    .ifPresent(one -> awaitIdentity(one.provedFor(account.id()), request));
        }
    }

    /** Whose sign-in goes on in this browser. */
    public Optional<Account> signedIn(HttpServletRequest request) {
        Authentication person = contexts.loadDeferredContext(request).get().getAuthentication();
        return person != null && isValid(request, person)
                ? accounts.find(UUID.fromString(person.getName()))
                : Optional.empty();
    }

    /** @return where the browser wanted to go */
    String begin(Account account, SignIn.Origin origin, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        Object wanted = session.getAttribute(CONTINUE_TO);
        // Another id, so that nobody who knew the old one is signed in along with this person.
        request.changeSessionId();
        // One that is bound elsewhere by now stays there: the sign-in itself was right.
        awaitedIdentity(request)
                .filter(one -> account.id().equals(one.forAccount()))
                .ifPresent(one -> identities.bind(account, one.identity()));
        session.removeAttribute(IDENTITY);
        session.removeAttribute(CONTINUE_TO);
        session.removeAttribute(PENDING);
        session.removeAttribute(PASSKEY_CHALLENGE);
        session.setAttribute(CREDENTIAL_VERSION, account.credentialVersion());
        // A browser has one sign-in, which its owner ends by signing out: the one of before would be left open.
        Authentication before = contexts.loadDeferredContext(request).get().getAuthentication();
        if (before != null) {
            signInOf(before).ifPresent(id -> signIns.signedOut(id, SignOut.HERE));
        }
        // That of nobody lives for minutes (spring.session.timeout).
        session.setMaxInactiveInterval((int) limits.absolute().toSeconds());
        UUID signIn = signIns.open(
                account, new SignIns.Device(device(request, response), origin.address(), origin.userAgent()));
        var person =
                UsernamePasswordAuthenticationToken.authenticated(account.id().toString(), null, List.of());
        person.setDetails(signIn.toString());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        contexts.saveContext(context, request, response);
        return wanted == null ? "/bff/login?continue=/" : wanted.toString();
    }

    /** Ends the sign-in, and with it all that was given for it. */
    void end(HttpServletRequest request, SignOut by) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            SecurityContext context = contexts.loadDeferredContext(request).get();
            if (context.getAuthentication() != null) {
                signInOf(context.getAuthentication()).ifPresent(id -> signIns.signedOut(id, by));
            }
            session.invalidate();
        }
    }

    /** The id of the sign-in by which this person is here. */
    public static Optional<UUID> signInOf(Authentication person) {
        return person.getDetails() instanceof String id ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    private static UUID device(HttpServletRequest request, HttpServletResponse response) {
        Cookie known = WebUtils.getCookie(request, DEVICE_COOKIE);
        if (known != null && known.getValue().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return UUID.fromString(known.getValue());
        }
        UUID fresh = UUID.randomUUID();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(DEVICE_COOKIE, fresh.toString())
                        .path("/api/auth/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(DEVICE_KNOWN_FOR)
                        .build()
                        .toString());
        return fresh;
    }

    /** Whether the sign-in goes on: of an account that may still come in, with the password it still has. */
    public boolean isValid(HttpServletRequest request, Authentication person) {
        HttpSession session = request.getSession(false);
        return session != null
                && accounts.find(UUID.fromString(person.getName()))
                        .filter(Account::enabled)
                        .filter(account -> Integer.valueOf(account.credentialVersion())
                                .equals(session.getAttribute(CREDENTIAL_VERSION)))
                        .filter(account -> signInOf(person)
                                .filter(id -> signIns.isLive(id, account))
                                .isPresent())
                        .isPresent();
    }
}
