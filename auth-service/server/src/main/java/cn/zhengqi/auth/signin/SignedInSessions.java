package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session at this service, from which the gateway gets its tokens: opened by sign-in, worthless after a new password. */
@Component
public class SignedInSessions {

    private static final String CONTINUE_TO = "continueTo";
    private static final String CREDENTIAL_VERSION = "credentialVersion";

    private final SecurityContextRepository contexts;
    private final Accounts accounts;

    SignedInSessions(SecurityContextRepository contexts, Accounts accounts) {
        this.contexts = contexts;
        this.accounts = accounts;
    }

    /** Sends the browser to the sign-in page and remembers what it wanted. Relative: whichever host it came by is right. */
    public void askToSignIn(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setAttribute(CONTINUE_TO, request.getRequestURI() + "?" + request.getQueryString());
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, "/sign-in");
    }

    /** @return where the browser wanted to go */
    String begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        Object wanted = session.getAttribute(CONTINUE_TO);
        // Another id, so that nobody who knew the old one is signed in along with this person.
        request.changeSessionId();
        session.removeAttribute(CONTINUE_TO);
        session.setAttribute(CREDENTIAL_VERSION, account.credentialVersion());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account.id().toString(), null, List.of()));
        contexts.saveContext(context, request, response);
        return wanted == null ? "/bff/login?continue=/" : wanted.toString();
    }

    /** Whether the session was opened for an account that may still come in, with the password it still has. */
    public boolean isValid(HttpServletRequest request, String accountId) {
        HttpSession session = request.getSession(false);
        return session != null
                && accounts.find(UUID.fromString(accountId))
                        .filter(Account::enabled)
                        .filter(account -> Integer.valueOf(account.credentialVersion())
                                .equals(session.getAttribute(CREDENTIAL_VERSION)))
                        .isPresent();
    }
}
