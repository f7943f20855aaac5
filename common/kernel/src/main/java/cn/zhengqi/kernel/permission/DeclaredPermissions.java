package cn.zhengqi.kernel.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All permissions of a service, in the order in which they are shown. A bean of each service that has routes for people; a
 * route that asks for anything else keeps the service from starting.
 *
 * @param own declared here and told to user-service
 * @param borrowed declared by another service, asked for here as well
 */
public record DeclaredPermissions(List<DeclaredPermission> own, Set<String> borrowed) {

    public DeclaredPermissions {
        own = List.copyOf(own);
        borrowed = Set.copyOf(borrowed);
        Set<String> codes = new HashSet<>(borrowed);
        for (DeclaredPermission permission : own) {
            if (!codes.add(permission.code())) {
                throw new IllegalArgumentException("Declared twice: " + permission.code());
            }
        }
    }

    public static DeclaredPermissions none() {
        return new DeclaredPermissions(List.of(), Set.of());
    }

    public static DeclaredPermissions of(DeclaredPermission... own) {
        return new DeclaredPermissions(List.of(own), Set.of());
    }

    public DeclaredPermissions borrowing(String... codes) {
        return new DeclaredPermissions(own, Set.of(codes));
    }

    public boolean has(String code) {
        return borrowed.contains(code)
                || own.stream().anyMatch(permission -> permission.code().equals(code));
    }
}
