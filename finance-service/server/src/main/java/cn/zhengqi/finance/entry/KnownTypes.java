package cn.zhengqi.finance.entry;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that products have. Lists are narrowed by them, so one type has one spelling.
 *
 * @param names as they stand at products
 */
record KnownTypes(Set<String> names) {

    KnownTypes {
        names = Set.copyOf(names);
    }

    /** As the same type is called already; absent: it is called so, or it is a new one. */
    @Nullable
    String otherwise(String type) {
        return names.contains(type)
                ? null
                : names.stream()
                        .filter(it -> meant(it).equals(meant(type)))
                        .sorted()
                        .findFirst()
                        .orElse(null);
    }

    /** What types are meant, however they are spelled: 信用贷, 信用类贷款 and 信用贷款 are one. */
    static List<String> meant(Collection<String> types) {
        return types.stream().map(KnownTypes::meant).toList();
    }

    private static String meant(String type) {
        return Normalizer.normalize(type, Normalizer.Form.NFKC)
                .replaceAll("\\s|类|产品$", "")
                .replace("贷款", "贷");
    }
}
