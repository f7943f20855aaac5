package cn.zhengqi.kernel.permission;

import cn.zhengqi.kernel.Mask;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sensitive field as people read it when they say what a role sees of it. The response types that have it name its code.
 *
 * @param code as {@code finance.application.contact-phone}; stands in tokens
 * @param name in Chinese
 * @param application and page: where it is seen, as in {@link DeclaredPermission}
 * @param mask how it is covered
 * @param plainFor permissions with any of which it is seen plainly where no role says otherwise; none: it is covered for everybody
 * @param editableFor permissions with any of which it may be changed where no role says otherwise; none: no form changes it, and no role can let it be changed
 */
public record DeclaredField(
        String code,
        String name,
        String application,
        String page,
        Mask mask,
        Set<String> plainFor,
        Set<String> editableFor) {

    private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    public DeclaredField {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not the code of a field: " + code);
        }
        if (name.isBlank() || application.isBlank() || page.isBlank()) {
            throw new IllegalArgumentException(code + " must have a name, an application and a page");
        }
        plainFor = Set.copyOf(plainFor);
        // Events of before fields could be edited do not say it.
        editableFor = editableFor == null ? Set.of() : Set.copyOf(editableFor);
    }

    /** A field that no form changes. */
    public DeclaredField(String code, String name, String application, String page, Mask mask, Set<String> plainFor) {
        this(code, name, application, page, mask, plainFor, Set.of());
    }

    /** Whether there is a form that changes it. */
    public boolean isEditable() {
        return !editableFor.isEmpty();
    }
}
