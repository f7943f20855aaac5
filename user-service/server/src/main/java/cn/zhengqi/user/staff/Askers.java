package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts.Asker;
import cn.zhengqi.web.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who asks, and from where: auth-service, which records it, sees neither the person's token nor their request. */
final class Askers {

    private Askers() {}

    static Asker of(CurrentUser user) {
        HttpServletRequest request = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest()
                : null;
        return new Asker(
                user.accountId(),
                user.name(),
                user.userType(),
                user.institutionId(),
                user.institutionName(),
                request == null ? null : request.getRemoteAddr(),
                request == null ? null : request.getHeader(HttpHeaders.USER_AGENT));
    }
}
