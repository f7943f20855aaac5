package cn.zhengqi.user.institution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An institution as somebody wants it.
 *
 * @param parentId under which it stands, as a branch under its bank; of the same type
 */
record InstitutionDraft(
        @NotBlank @Size(min = 2, max = 100) String name,
        @Nullable UUID parentId,
        @NotNull @Size(max = 200) String address,

        @NotNull @Pattern(regexp = "|" + Contact.PHONE, message = "请填写电话号码，如 010-66221234")
        String phone,

        @NotNull @Pattern(regexp = "|https?://[^ ]{3,190}", message = "请填写以 http:// 或 https:// 开头的网址")
        String website,

        @NotNull @Size(max = 20) List<@NotNull @Valid Contact> contacts) {

    InstitutionDraft {
        name = name == null ? "" : name.strip();
        address = address == null ? "" : address.strip();
        phone = phone == null ? "" : phone.strip();
        website = website == null ? "" : website.strip();
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }
}
