package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import java.util.regex.Pattern;

/** To which account is paid: always one of the enterprise itself. */
record Account(String name, String bank, AccountNumber number) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,32}");

    /**
     * @param holder the enterprise as the register calls it
     * @throws ProblemException ACCOUNT_OF_ANOTHER; VALIDATION_FAILED for what is no number of an account
     */
    static Account of(AccountForm form, String holder) {
        if (!plain(form.name()).equals(plain(holder))) {
            throw new ProblemException(
                    PolicyProblem.ACCOUNT_OF_ANOTHER, PolicyProblem.ACCOUNT_OF_ANOTHER.title() + "（" + holder + "）");
        }
        String number = form.number().strip().replaceAll("(?<=[0-9])[\\s-]+(?=[0-9])", "");
        if (!NUMBER.matcher(number).matches()) {
            throw ProblemException.validation("account.number", "FORMAT", "银行账号应为 8 至 32 位数字");
        }
        return new Account(holder, form.bank().strip(), new AccountNumber(number));
    }

    /** Bank and number, this one covered: as it may stand in a timeline. */
    String inWords() {
        return bank + " " + number;
    }

    /** People write brackets in either width, and blanks as they like. */
    private static String plain(String name) {
        return name.replaceAll("\\s", "").replace('（', '(').replace('）', ')');
    }
}
