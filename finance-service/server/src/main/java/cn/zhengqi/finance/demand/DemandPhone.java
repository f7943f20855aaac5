package cn.zhengqi.finance.demand;

import cn.zhengqi.kernel.Mask;

/** Under which a bank calls that may know whose demand it is; encrypted where it is stored. */
record DemandPhone(String value) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return Mask.PHONE.apply(value);
    }
}
