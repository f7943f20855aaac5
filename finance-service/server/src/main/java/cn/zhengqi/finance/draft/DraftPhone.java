package cn.zhengqi.finance.draft;

import cn.zhengqi.kernel.Mask;

/** A number as far as it was typed; encrypted where it is stored. */
record DraftPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
