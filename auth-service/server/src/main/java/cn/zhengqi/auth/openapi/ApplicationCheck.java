package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiScope;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import java.util.Objects;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * What of an application no annotation can say. It stands beside the annotations and not behind them, so that who is wrong in several fields hears of all of them at
 * once.
 *
 * @param applicant what the applicant acts for
 */
record ApplicationCheck(UserType applicant) implements Validator {

    @Override
    public boolean supports(Class<?> type) {
        return KeyApplication.class.isAssignableFrom(type);
    }

    @Override
    public void validate(Object target, Errors errors) {
        KeyApplication form = (KeyApplication) target;
        if (applicant != UserType.BANK
                && form.scopes() != null
                && form.scopes().stream().filter(Objects::nonNull).anyMatch(OpenApiScope::isForBanks)) {
            say(new FieldProblem("scopes", "NOT_OFFERED", "只有银行可以申请办理融资申请的接口权限"), errors);
        }
        if (form.publicKey() != null) {
            publicKey(form.publicKey(), errors);
        }
        if (form.addresses() != null) {
            CallAddresses.of(form.addresses().stream()
                            .filter(text -> text != null && !text.isBlank())
                            .toList())
                    .problems()
                    .forEach(problem -> say(problem, errors));
        }
    }

    private static void publicKey(String text, Errors errors) {
        if (text.isBlank()) {
            say(new FieldProblem("publicKey", "REQUIRED", "请填写 SM2 公钥"), errors);
            return;
        }
        try {
            Sm2PublicKey.point(text);
        } catch (ProblemException wrong) {
            wrong.fieldErrors().forEach(problem -> say(problem, errors));
        }
    }

    private static void say(FieldProblem problem, Errors errors) {
        errors.rejectValue(problem.field(), problem.code(), problem.message());
    }
}
