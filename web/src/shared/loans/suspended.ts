/** What stands where an application would begin, while the bank takes none. */
export const SUSPENDED_TITLE = '银行已暂停受理该产品的新申请';
export const SUSPENDED_HINT = '已提交的申请照常办理；已保存的草稿仍会保留，恢复受理后可以继续填写。';

export const isSuspended = (product: { status: string }) => product.status === 'SUSPENDED';
