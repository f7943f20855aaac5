package cn.zhengqi.finance.activity;

import cn.zhengqi.kernel.Mask;

/** Under which the organiser calls; encrypted where it is stored. */
record SignUpPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
