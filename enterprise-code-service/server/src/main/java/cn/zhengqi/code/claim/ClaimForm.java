package cn.zhengqi.code.claim;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.web.field.PersonName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in to claim the code of an enterprise. Of what is covered in answers, the identity number and the phone, an empty text stands for what was
 * handed in before, where a claim is handed in again: it cannot be given back, and is not asked for twice.
 *
 * @param scanners who sees on a scan what is allowed; absent: nobody, which will do where nothing is to be seen
 */
record ClaimForm(
        @NotNull(message = "请选择企业") UUID enterpriseId,
        @NotNull @Valid LegalRep legalRep,
        @NotNull @Valid Agent agent,
        @NotNull(message = "请上传授权书") UUID letterFileId,
        @NotNull(message = "请选择数据授权") Set<@NotNull ConsentCategory> consents,
        @Nullable Set<@NotNull ScannerKind> scanners,
        @NotNull Channel channel) {

    record LegalRep(
            @NotBlank(message = "请填写法定代表人姓名") @Size(max = 50) @PersonName
            String name,

            @NotNull(message = "请填写法定代表人身份证号码") @Size(max = 30)
            String idNumber) {

        @Override
        public String toString() {
            return "LegalRep[***]";
        }
    }

    record Agent(
            @NotBlank(message = "请填写经办人姓名") @Size(max = 50) @PersonName
            String name,

            @NotNull(message = "请填写经办人手机号") @Pattern(regexp = "(1[3-9][0-9]{9})?", message = "手机号码不正确")
            String phone) {

        @Override
        public String toString() {
            return "Agent[***]";
        }
    }
}
