package cn.zhengqi.policy.declaration;

import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.policy.PolicyFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom the department calls about a declaration, beside what its form asks. While it is a draft, either may be missing or unfinished. */
record Contact(@Nullable String name, @Nullable ContactPhone phone) {

    private static final Pattern NUMBER = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");

    /** As it came from a page; what was cleared is not there. */
    static Contact of(@Nullable String name, @Nullable String phone) {
        return new Contact(
                name == null || name.isBlank() ? null : name.strip(),
                phone == null || phone.isBlank() ? null : new ContactPhone(phone.strip()));
    }

    /** What is wrong with it when the declaration is handed in. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (name == null) {
            problems.add(new FieldProblem("contact.name", "REQUIRED", "请填写“联系人”"));
        }
        if (phone == null) {
            problems.add(new FieldProblem("contact.phone", "REQUIRED", "请填写“联系电话”"));
        } else if (!NUMBER.matcher(phone.value()).matches()) {
            problems.add(new FieldProblem("contact.phone", "FORMAT", "“联系电话”应为手机号或带区号的座机号"));
        }
        return problems;
    }

    /** What can be asked for in plain, by the fields' codes; what was not asked for when it was handed in is not there. */
    Map<String, Reveals.Plain> plain() {
        Map<String, Reveals.Plain> plain = new HashMap<>();
        if (name != null) {
            plain.put(PolicyFields.CONTACT_NAME, new Reveals.Plain("联系人", name));
        }
        if (phone != null) {
            plain.put(PolicyFields.CONTACT_PHONE, new Reveals.Plain("联系电话", phone.value()));
        }
        return plain;
    }

    @Nullable
    String number() {
        return phone == null ? null : phone.value();
    }
}
