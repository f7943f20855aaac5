package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.Mask;

/** Under which the finance office and the banks call that the enterprise is recommended to; encrypted where it is stored. */
record CoordinationPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
