package cn.zhengqi.web.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A caller who is known was refused for want of a permission. Told within the service; who keeps a record of its changes keeps one of this, too.
 *
 * @param route method and pattern, never the path as it was sent: that anybody may invent
 */
public record AccessRefused(String route) {

    private static final String NAME = AccessRefused.class.getName();

    /** Whether the request was refused so, and was told. */
    public static boolean met(HttpServletRequest request) {
        return request.getAttribute(NAME) != null;
    }

    AccessRefused of(HttpServletRequest request) {
        request.setAttribute(NAME, this);
        return this;
    }
}
