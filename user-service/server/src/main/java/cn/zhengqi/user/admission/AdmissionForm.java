package cn.zhengqi.user.admission;

import cn.zhengqi.web.field.PersonName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a chamber or a provider says of itself. */
record AdmissionForm(
        @NotBlank @Size(min = 2, max = 100) String name,
        @NotBlank @Size(max = 18) String uscc,
        @NotBlank @Size(max = 200) String address,
        @NotBlank @Size(max = 50) @PersonName String contactName,

        @NotBlank @Pattern(regexp = "[0-9+][0-9 ()-]{2,38}", message = "请填写电话号码，如 010-66221234 或手机号")
        String contactPhone,

        @NotNull @Size(max = 1000) String introduction) {}
