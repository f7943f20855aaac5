package cn.zhengqi.kernel.permission;

import java.util.List;
import java.util.Optional;

/** All fields of a service whose rule is a matter of roles, in the order in which they are shown. A bean of each service that has some. */
public record DeclaredFields(List<DeclaredField> all) {

    public DeclaredFields {
        all = List.copyOf(all);
        if (all.stream().map(DeclaredField::code).distinct().count() != all.size()) {
            throw new IllegalArgumentException("Declared twice among " + all);
        }
    }

    public static DeclaredFields none() {
        return new DeclaredFields(List.of());
    }

    public static DeclaredFields of(DeclaredField... fields) {
        return new DeclaredFields(List.of(fields));
    }

    public Optional<DeclaredField> find(String code) {
        return all.stream().filter(field -> field.code().equals(code)).findFirst();
    }
}
