package cn.zhengqi.kernel.permission;

import java.util.regex.Pattern;

/**
 * A permission as people read it when they give it to a role.
 *
 * @param code as {@code finance.product.review}; stands in tokens
 * @param name what it allows, in Chinese
 * @param application and page: where in the tree of permissions it stands
 */
public record DeclaredPermission(String code, String name, String application, String page) {

    private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    public DeclaredPermission {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not the code of a permission: " + code);
        }
        if (name.isBlank() || application.isBlank() || page.isBlank()) {
            throw new IllegalArgumentException(code + " must have a name, an application and a page");
        }
    }
}
