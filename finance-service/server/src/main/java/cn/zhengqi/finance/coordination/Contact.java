package cn.zhengqi.finance.coordination;

/** With whom at the enterprise the finance office and banks talk. */
record Contact(String name, String phone) {}
