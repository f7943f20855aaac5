package cn.zhengqi.auth.phone;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.sms.SmsCodeController.Accepted;
import cn.zhengqi.auth.sms.SmsCodes;
import cn.zhengqi.kernel.AddressBlock;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 更换手机号. */
@RestController
@RequestMapping("/api/auth/phone")
@Permission(Permission.SIGNED_IN)
class PhoneController {

    private final PhoneChanges changes;
    private final Accounts accounts;
    private final SmsCodes codes;

    PhoneController(PhoneChanges changes, Accounts accounts, SmsCodes codes) {
        this.changes = changes;
        this.accounts = accounts;
        this.codes = codes;
    }

    /** @param phone the new one; absent: the code goes to the old one */
    record PhoneCodeRequest(
            @Nullable @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone) {}

    /**
     * @param oldCode that was sent to the old phone, in place of the password
     * @param code that was sent to the new phone
     */
    record PhoneChange(
            @Nullable @Size(max = 200) String password,

            @Nullable @Pattern(regexp = "[0-9]{6}", message = "请填写 6 位数字")
            String oldCode,

            @NotNull @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone,

            @NotNull @Pattern(regexp = "[0-9]{6}", message = "请填写 6 位数字")
            String code) {}

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted ask(CurrentUser user, @Valid @RequestBody PhoneCodeRequest wanted, HttpServletRequest request) {
        codes.requireSending();
        String phone = wanted.phone();
        return new Accepted(codes.ask(
                        phone == null ? accounts.get(user.accountId()).phone() : phone,
                        Purpose.PHONE_CHANGE,
                        AddressBlock.of(request.getRemoteAddr()),
                        user.accountId())
                .toSeconds());
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(CurrentUser user, @AuthenticationPrincipal Jwt token, @Valid @RequestBody PhoneChange wanted) {
        Account account = accounts.get(user.accountId());
        String signIn = token.getClaimAsString("sid");
        changes.change(
                account,
                wanted.password(),
                wanted.oldCode(),
                wanted.phone(),
                wanted.code(),
                signIn == null ? null : UUID.fromString(signIn));
    }
}
