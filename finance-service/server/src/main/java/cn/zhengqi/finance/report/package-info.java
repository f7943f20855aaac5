/** 企业信息报告: what a bank reads of an enterprise before it decides, by that enterprise's consent to this bank. */
@NullMarked
package cn.zhengqi.finance.report;

import org.jspecify.annotations.NullMarked;
