package cn.zhengqi.user.role;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.FieldRule;
import java.util.Set;

/**
 * A field of which a role can say who sees it.
 *
 * @param plainFor permissions by any of which it is plain where no role says otherwise
 * @param editable whether there is a form that changes it, so that a role can let it be changed
 * @param most the most permissive rule that the caller may put into a role
 */
public record SensitiveFieldRow(
        String code,
        String name,
        String application,
        String page,
        Mask mask,
        Set<String> plainFor,
        boolean editable,
        FieldRule most) {}
