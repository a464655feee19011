/** A refusal in the carrier's own form. */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.name = "RestError";
    this.status = status;
    this.code = code;
  }
}

export const notFound = (what: string) => new RestError(404, 20404, `The requested resource ${what} was not found`);

export function errorBody(error: { status: number; code: number; message: string }) {
  return {
    code: error.code,
    message: error.message,
    more_info: `https://www.twilio.com/docs/errors/${error.code}`,
    status: error.status,
  };
}
