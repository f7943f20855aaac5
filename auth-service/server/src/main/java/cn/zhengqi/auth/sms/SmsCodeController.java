package cn.zhengqi.auth.sms;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.kernel.AddressBlock;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class SmsCodeController {

    private final SmsCodes codes;

    SmsCodeController(SmsCodes codes) {
        this.codes = codes;
    }

    record CodeRequest(
            @NotNull @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone,

            @NotNull Wanted purpose) {}

    /** What codes may be asked for. */
    enum Wanted {
        SIGN_IN(Purpose.SIGN_IN),
        PASSWORD_RESET(Purpose.PASSWORD_RESET),
        REGISTRATION(Purpose.REGISTRATION);

        private final Purpose purpose;

        Wanted(Purpose purpose) {
            this.purpose = purpose;
        }
    }

    /** @param retryAfterSeconds when the next may be asked for */
    public record Accepted(long retryAfterSeconds) {}

    /** Says nothing of whether anybody has the phone; but where no message can go out, nobody is left to wait for one. */
    @PostMapping("/api/auth/sms-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted ask(@Valid @RequestBody CodeRequest wanted, HttpServletRequest request) {
        if (!codes.canSend()) {
            throw new ProblemException(
                    AuthProblem.SMS_UNAVAILABLE,
                    wanted.purpose() == Wanted.REGISTRATION
                            ? "短信服务暂不可用，暂时不能注册，请稍后再试或联系平台客服"
                            : AuthProblem.SMS_UNAVAILABLE.title());
        }
        return new Accepted(
                codes.ask(wanted.phone(), wanted.purpose().purpose, AddressBlock.of(request.getRemoteAddr()), null)
                        .toSeconds());
    }
}
