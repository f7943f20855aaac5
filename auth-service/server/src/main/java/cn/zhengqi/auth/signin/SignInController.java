package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class SignInController {

    private final SignIn signIn;
    private final SignedInSessions sessions;
    private final SignInLog log;

    SignInController(SignIn signIn, SignedInSessions sessions, SignInLog log) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.log = log;
    }

    record Credentials(
            @NotBlank @Size(max = 200) String username,
            @NotNull @Size(max = 200) String password) {}

    /** Where the browser goes now. */
    record SignedIn(String continueTo) {}

    @PostMapping("/sign-in")
    SignedIn signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        Account account = signIn.judge(
                credentials.username(),
                credentials.password(),
                new SignIn.Origin(request.getRemoteAddr(), agent == null ? "" : agent));
        return new SignedIn(sessions.begin(account, request, response));
    }

    /** For the gateway, when it ends its own session. */
    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /**
     * @param from first day, in the district
     * @param to last day
     */
    @GetMapping("/sign-in-log")
    @Permission("auth.signin-log.read")
    Page<SignInLogEntry> log(
            @RequestParam(name = "username", required = false) @Nullable String username,
            @RequestParam(name = "result", required = false) @Nullable SignInResult result,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "to", required = false) @Nullable LocalDate to,
            PageRequest page) {
        String name =
                username == null || username.isBlank() ? null : username.strip().toLowerCase(Locale.ROOT);
        Instant start =
                from == null ? null : from.atStartOfDay(BusinessTime.ZONE).toInstant();
        Instant end = to == null
                ? null
                : to.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
        return Page.of(
                log.list(name, result, start, end, page.size(), page.offset()),
                log.count(name, result, start, end),
                page);
    }
}
