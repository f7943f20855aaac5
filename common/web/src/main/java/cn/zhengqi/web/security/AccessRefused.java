package cn.zhengqi.web.security;

/**
 * A caller who is known was refused for want of a permission. Told within the service; who keeps a record of its changes keeps one of this, too.
 *
 * @param route method and pattern, never the path as it was sent: that anybody may invent
 */
public record AccessRefused(String route) {}
