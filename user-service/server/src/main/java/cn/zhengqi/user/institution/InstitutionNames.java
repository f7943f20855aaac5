package cn.zhengqi.user.institution;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which people know institutions. Two that differ in blanks, punctuation, width or case alone are one name to who reads them.
 *
 * @param all those that are not retired
 */
record InstitutionNames(List<Named> all) {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Once wide ones are narrow. One that is not closed reaches to the end. */
    private static final Pattern BRACKETED = Pattern.compile("[(\\[{【〔〖〈《「『][^)\\]}】〕〗〉》」』]*([)\\]}】〕〗〉》」』]|$)");

    record Named(UUID id, @Nullable UUID parentId, String name) {}

    /** Whether another has this name. */
    boolean isTaken(UUID id, String name) {
        String read = read(narrow(name));
        return all.stream().anyMatch(one -> !one.id().equals(id) && read.equals(read(narrow(one.name()))));
    }

    /**
     * Whether without what stands in brackets it is the name of one that is neither above nor below it, nor a branch of the same: a bank may call a branch
     * by its own name and the place.
     */
    boolean isBorrowed(UUID id, @Nullable UUID parentId, String name) {
        String read = read(BRACKETED.matcher(narrow(name)).replaceAll(""));
        if (read.isEmpty()) {
            return false;
        }
        Map<UUID, UUID> parents = new HashMap<>();
        for (Named one : all) {
            UUID above = one.parentId();
            if (above != null) {
                parents.put(one.id(), above);
            }
        }
        UUID top = parentId == null ? id : top(parentId, parents);
        return all.stream()
                .filter(one -> !one.id().equals(id) && read.equals(read(narrow(one.name()))))
                .anyMatch(one -> !top.equals(top(one.id(), parents)));
    }

    private static UUID top(UUID id, Map<UUID, UUID> parents) {
        UUID top = id;
        for (UUID above = parents.get(id); above != null; above = parents.get(above)) {
            top = above;
        }
        return top;
    }

    private static String narrow(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String read(String narrow) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(narrow).replaceAll("");
    }
}
