package cn.zhengqi.user.institution;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.Sensitive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Whom to ask at an institution.
 *
 * @param shown to everybody, as on the page of a loan product; the others are for those who look after institutions
 */
record Contact(
        @NotBlank @Size(max = 50) String name,
        @NotNull @Size(max = 50) String duty,

        @NotBlank
        @Pattern(regexp = Contact.PHONE, message = "请填写电话号码，如 010-66221234 或手机号")
        @Sensitive(mask = Mask.PHONE, plainFor = UserPermissions.READ_INSTITUTIONS)
        String phone,

        boolean shown) {

    static final String PHONE = "[0-9+][0-9 ()-]{2,38}";

    Contact {
        name = name == null ? "" : name.strip();
        duty = duty == null ? "" : duty.strip();
        phone = phone == null ? "" : phone.strip();
    }

    Contact withPhone(String other) {
        return new Contact(name, duty, other, shown);
    }
}
