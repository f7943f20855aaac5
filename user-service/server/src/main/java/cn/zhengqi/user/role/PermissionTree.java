package cn.zhengqi.user.role;

import java.util.List;

/** Permissions that the services declare, by application and page: all of them, or those that a role of an institution can hold. */
public record PermissionTree(List<Application> applications) {

    /** An application of the platform with its pages. */
    public record Application(String name, List<PageOfIt> pages) {}

    /** A page with what can be done on it. */
    public record PageOfIt(String name, List<Entry> permissions) {}

    /** @param grantable whether the caller may put it into a role */
    public record Entry(String code, String name, boolean grantable) {}
}
