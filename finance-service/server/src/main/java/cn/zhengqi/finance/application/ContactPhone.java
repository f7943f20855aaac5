package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.Mask;

/** Under which the bank calls; encrypted where it is stored. */
record ContactPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
