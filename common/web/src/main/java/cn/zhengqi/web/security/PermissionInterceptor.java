package cn.zhengqi.web.security;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.PublicRoutes;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request reach its handler only when the handler is public or the caller holds what it names. */
public final class PermissionInterceptor implements HandlerInterceptor {

    /**
     * For whom the window shows what is sent from it: the account and, after a slash, the enterprise if it shows one. The windows of one browser share a session, and another of them may have signed in as
     * somebody else since.
     */
    private static final String SHOWN_TO = "X-Shown-To";

    private final PublicRoutes publicRoutes;

    public PermissionInterceptor(PublicRoutes publicRoutes) {
        this.publicRoutes = publicRoutes;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ASYNC
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        if (Routes.isExempt(method)) {
            return true;
        }
        Object matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String pattern = matched == null ? "" : matched.toString();
        if (publicRoutes.names(request.getMethod(), pattern)) {
            return true;
        }
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || !caller.isAuthenticated() || caller instanceof AnonymousAuthenticationToken) {
            throw new ProblemException(CommonProblem.UNAUTHENTICATED);
        }
        // Before the permission: what the other may not do is not what is to be told.
        if (CurrentUser.of(caller)
                .filter(user -> isShownToAnother(request, user))
                .isPresent()) {
            throw new ProblemException(CommonProblem.SWITCHED_ELSEWHERE);
        }
        if (Routes.permissionsOf(method, pattern).stream().noneMatch(permission -> holds(caller, permission))) {
            new AccessRefused(request.getMethod() + " " + pattern).standAt(request);
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return true;
    }

    private static boolean isShownToAnother(HttpServletRequest request, CurrentUser user) {
        String shownTo = request.getHeader(SHOWN_TO);
        if (shownTo == null) {
            return false;
        }
        String[] shown = shownTo.split("/", 2);
        return !user.accountId().toString().equals(shown[0])
                || shown.length > 1
                        && user.enterpriseId() != null
                        && !user.enterpriseId().toString().equals(shown[1]);
    }

    private static boolean holds(Authentication caller, String permission) {
        return ServiceCaller.isNamedBy(permission)
                ? ServiceCaller.holds(caller, permission)
                : CurrentUser.of(caller)
                        .map(user -> user.has(permission))
                        .orElseGet(() -> CallingSystem.of(caller)
                                .map(system -> system.has(permission))
                                .orElse(false));
    }
}
